<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh" sourcelanguage="en">
  <context>
    <name>RRSIS</name>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <location filename="../../plugin/algorithms/export_samples.py" />
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Imagery</source>
      <translation>影像</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Replace the output whatever it holds</source>
      <translation>无论输出中有什么都替换</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Fetching the imagery</source>
      <translation>正在获取影像</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Downloading the weights</source>
      <translation>正在下载权重</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Reading the weights</source>
      <translation>正在读取权重</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Starting the model's process</source>
      <translation>正在启动模型进程</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Starting</source>
      <translation>正在启动</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Loading the model</source>
      <translation>正在加载模型</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Opening the raster</source>
      <translation>正在打开栅格</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Searching</source>
      <translation>正在搜索</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Reading the samples</source>
      <translation>正在读取样本</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Learning</source>
      <translation>正在学习</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Measuring</source>
      <translation>正在评测</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Making polygons</source>
      <translation>正在生成多边形</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Writing the results</source>
      <translation>正在写入结果</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Writing to the project's file</source>
      <translation>正在写入项目的文件</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Step {done} of {total}</source>
      <translation>第 {done} 步，共 {total} 步</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Image {done} of {total}</source>
      <translation>第 {done} 幅影像，共 {total} 幅</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Tile {done} of {total}</source>
      <translation>第 {done} 个瓦片，共 {total} 个</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <source>Model</source>
      <translation>模型</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>The extent "{extent}" is empty or has no place in the layer's coordinate system. Choose another, or leave it empty for the whole layer.</source>
      <translation>范围“{extent}”为空，或在图层的坐标系中没有位置。请选择其他范围，或留空以使用整个图层。</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>{hours} h {minutes} min</source>
      <translation>{hours} 小时 {minutes} 分钟</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Cancelled.</source>
      <translation>已取消。</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Model by name, instead</source>
      <translation>改用名称指定模型</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <location filename="../../plugin/setup.py" />
      <source>{done} of {total}</source>
      <translation>{done} / {total}</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>{n} s</source>
      <translation>{n} 秒</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>{n} min</source>
      <translation>{n} 分钟</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>{rate:.1f} tiles/s</source>
      <translation>每秒 {rate:.1f} 个瓦片</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>{time} left</source>
      <translation>剩余 {time}</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>What was finished lies in {file}.</source>
      <translation>已完成的部分在 {file} 中。</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Evaluate against a layer</source>
      <translation>对照图层评估</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <location filename="../../plugin/algorithms/export_samples.py" />
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Quality</source>
      <translation>质量</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Compares found polygons with known ones: precision, recall and overlap.</source>
      <translation>将找到的多边形与已知多边形比较：精确率、召回率和重叠度。</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>&lt;p&gt;Compares &lt;strong&gt;found&lt;/strong&gt; polygons with &lt;strong&gt;known&lt;/strong&gt; ones, such as buildings that somebody digitised.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;&lt;strong&gt;Precision&lt;/strong&gt;: the share of found objects that are known.&lt;/li&gt;&lt;li&gt;&lt;strong&gt;Recall&lt;/strong&gt;: the share of known objects that were found.&lt;/li&gt;&lt;li&gt;&lt;strong&gt;F1&lt;/strong&gt;: their harmonic mean.&lt;/li&gt;&lt;li&gt;&lt;strong&gt;IoU of the area&lt;/strong&gt;: the area that both cover over the area that either covers, whatever the objects.&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;An object counts as found where its overlap (intersection over union) with a known one is at least the &lt;strong&gt;smallest overlap&lt;/strong&gt;; each counts once. Give an &lt;strong&gt;extent&lt;/strong&gt; where the known polygons are complete in a part of the area alone. The layer that comes out says of each object whether it is right, wrong or missed.&lt;/p&gt;&lt;p&gt;Example: &lt;code&gt;qgis_process run rrsis:evaluate -- FOUND=found.gpkg KNOWN=buildings.gpkg OUTPUT=verdicts.gpkg&lt;/code&gt;&lt;/p&gt;</source>
      <translation>&lt;p&gt;将&lt;strong&gt;找到的&lt;/strong&gt;多边形与&lt;strong&gt;已知的&lt;/strong&gt;多边形（例如人工数字化的建筑物）进行比较。&lt;/p&gt;&lt;ul&gt;&lt;li&gt;&lt;strong&gt;精确率&lt;/strong&gt;：找到的对象中已知对象所占的比例。&lt;/li&gt;&lt;li&gt;&lt;strong&gt;召回率&lt;/strong&gt;：已知对象中被找到的比例。&lt;/li&gt;&lt;li&gt;&lt;strong&gt;F1&lt;/strong&gt;：二者的调和平均数。&lt;/li&gt;&lt;li&gt;&lt;strong&gt;面积 IoU&lt;/strong&gt;：两者共同覆盖的面积除以任一方覆盖的面积，与对象划分无关。&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;当对象与某个已知对象的重叠度（交并比）不低于&lt;strong&gt;最小重叠度&lt;/strong&gt;时，即视为找到；每个对象只计一次。如果已知多边形只在部分区域内完整，请给出&lt;strong&gt;范围&lt;/strong&gt;。输出图层会说明每个对象是正确、错误还是遗漏。&lt;/p&gt;&lt;p&gt;示例：&lt;code&gt;qgis_process run rrsis:evaluate -- FOUND=found.gpkg KNOWN=buildings.gpkg OUTPUT=verdicts.gpkg&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Found polygons</source>
      <translation>找到的多边形</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Known polygons</source>
      <translation>已知多边形</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Extent</source>
      <translation>范围</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Smallest overlap (IoU)</source>
      <translation>最小重叠度 (IoU)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Right, wrong and missed objects</source>
      <translation>正确、错误和遗漏的对象</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Precision</source>
      <translation>精确率</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Recall</source>
      <translation>召回率</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>IoU of the area</source>
      <translation>面积 IoU</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Number of found objects</source>
      <translation>找到的对象数</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Number of known objects</source>
      <translation>已知对象数</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Number of objects that are right</source>
      <translation>正确的对象数</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>"{layer}" is no layer of polygons. Choose another one.</source>
      <translation>“{layer}”不是多边形图层。请另选一个。</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>A layer of polygons cannot be read. Choose another one.</source>
      <translation>无法读取某个多边形图层。请选择其他图层。</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>The folder {folder} does not exist: make it, or choose another.</source>
      <translation>文件夹 {folder} 不存在：请创建它，或选择其他文件夹。</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Export training samples</source>
      <translation>导出训练样本</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Writes pictures, polygons and phrases in the layout from which models are trained and measured.</source>
      <translation>按训练和评测模型所用的结构写出图片、多边形和短语。</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>&lt;p&gt;Cuts the imagery into square tiles, in its own bands and values, and writes beside them which phrase means which polygons (&lt;code&gt;phrases.jsonl&lt;/code&gt;). The folder is what &lt;code&gt;rrsis evaluate --data FOLDER&lt;/code&gt; and the training scripts take.&lt;/p&gt;&lt;p&gt;The phrase is that of a &lt;strong&gt;field&lt;/strong&gt;, or the same for all polygons. All things that a phrase means should be digitised in the area, since what is not counts as something else. With &lt;strong&gt;tiles without objects&lt;/strong&gt; the phrase is also noted as absent where nothing lies.&lt;/p&gt;&lt;p&gt;Neighbouring tiles belong to one place, and a place is never parted between training and validation.&lt;/p&gt;&lt;p&gt;Example:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:exportsamples -- INPUT=ortho.tif POLYGONS=cars.gpkg PHRASE="cars" OUTPUT=samples&lt;/code&gt;&lt;/p&gt;</source>
      <translation>&lt;p&gt;将影像按其自身的波段和数值裁切成正方形瓦片，并在旁边写明哪个短语对应哪些多边形（&lt;code&gt;phrases.jsonl&lt;/code&gt;）。该文件夹可供 &lt;code&gt;rrsis evaluate --data FOLDER&lt;/code&gt; 和训练脚本使用。&lt;/p&gt;&lt;p&gt;短语取自某个&lt;strong&gt;字段&lt;/strong&gt;，或对所有多边形相同。短语所指的一切都应在该区域内数字化，因为未数字化的会被视为其他事物。启用&lt;strong&gt;没有对象的瓦片&lt;/strong&gt;时，在没有对象的地方也会记录该短语不存在。&lt;/p&gt;&lt;p&gt;相邻的瓦片属于同一地点，同一地点绝不会同时分入训练集和验证集。&lt;/p&gt;&lt;p&gt;示例：&lt;br&gt;&lt;code&gt;qgis_process run rrsis:exportsamples -- INPUT=ortho.tif POLYGONS=cars.gpkg PHRASE="cars" OUTPUT=samples&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message numerus="yes">
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>%n phrases</source>
      <translation>
        <numerusform>%n 个短语</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>%n tiles</source>
      <translation>
        <numerusform>%n 个瓦片</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>The polygons have no field "{field}". They have: {fields}.</source>
      <translation>多边形没有字段“{field}”。现有字段：{fields}。</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>"{folder}" holds samples already. Choose another folder, or tick “Replace the output whatever it holds”.</source>
      <translation>“{folder}”中已有样本。请选择其他文件夹，或勾选“无论输出中有什么都替换”。</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Polygons</source>
      <translation>多边形</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Field with the phrase</source>
      <translation>含短语的字段</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Phrase, where there is no field</source>
      <translation>短语（没有字段时）</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Side of a tile (pixels)</source>
      <translation>瓦片边长（像素）</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Share kept for validation</source>
      <translation>留作验证的比例</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Tiles without objects too</source>
      <translation>包括没有对象的瓦片</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Folder for the samples</source>
      <translation>样本文件夹</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Number of tiles</source>
      <translation>瓦片数</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Number of phrases in tiles</source>
      <translation>瓦片中的短语数</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Give a field with the phrase, or a phrase for all polygons.</source>
      <translation>请给出含短语的字段，或给出适用于所有多边形的短语。</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>The imagery or the polygons cannot be read. Choose other layers.</source>
      <translation>无法读取影像或多边形。请选择其他图层。</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Samples are cut from files. Export the layer as a GeoTIFF and use that.</source>
      <translation>样本只能从文件裁切。请将图层导出为 GeoTIFF 后使用。</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>The imagery is smaller than one tile. Choose a smaller side.</source>
      <translation>影像小于一个瓦片。请选择更小的边长。</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <location filename="../../plugin/messages.py" />
      <source>Cancelled; what was finished has been kept.</source>
      <translation>已取消；已完成的部分已保留。</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>There is no polygon with a phrase. Check the layer and the field.</source>
      <translation>没有带短语的多边形。请检查图层和字段。</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>{phrases} in {tiles}</source>
      <translation>{tiles}中有{phrases}</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>No place fell to validation, which fine-tuning and measuring need. Choose smaller tiles or a larger area.</source>
      <translation>没有地点被分到验证集，而微调和评估需要它。请选择更小的瓦片或更大的区域。</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>The samples cannot be written to "{folder}": {reason}</source>
      <translation>无法将样本写入“{folder}”：{reason}</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <location filename="../../plugin/model_panel.py" />
      <source>Fetch a model</source>
      <translation>获取模型</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <location filename="../../plugin/algorithms/status.py" />
      <source>Set-up</source>
      <translation>安装</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <source>Brings the weights of a model to this machine.</source>
      <translation>将模型的权重下载到本机。</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <source>&lt;p&gt;Downloads the weights of a model, says their licence first, and checks them against their published SHA-256. A download that breaks off goes on the next time. Weights that are here are left alone, unless &lt;strong&gt;Fetch again&lt;/strong&gt; is set.&lt;/p&gt;&lt;p&gt;Give a &lt;strong&gt;checkpoint file&lt;/strong&gt; (.pth, .pt, .bin or .safetensors) to use weights of your own instead; for models without public weights that is the only way.&lt;/p&gt;&lt;p&gt;Where the catalogue knows no &lt;strong&gt;SHA-256&lt;/strong&gt;, name it: from a source that you trust, one a file as &lt;code&gt;OWNER/NAME/FILE=HEX&lt;/code&gt; where there are several.&lt;/p&gt;&lt;p&gt;Example: &lt;code&gt;qgis_process run rrsis:fetchmodel -- MODEL=1 FILE=lgce.pth&lt;/code&gt;&lt;/p&gt;</source>
      <translation>&lt;p&gt;下载模型的权重，事先说明其许可，并与公布的 SHA-256 核对。中断的下载下次会继续。本机已有的权重保持不变，除非设置了&lt;strong&gt;重新获取&lt;/strong&gt;。&lt;/p&gt;&lt;p&gt;给出&lt;strong&gt;检查点文件&lt;/strong&gt;（.pth、.pt、.bin 或 .safetensors）即可改用您自己的权重；对没有公开权重的模型，这是唯一的办法。&lt;/p&gt;&lt;p&gt;目录中没有 &lt;strong&gt;SHA-256&lt;/strong&gt; 时，请自行给出：取自您信任的来源；有多个文件时，每个文件一行，写作 &lt;code&gt;OWNER/NAME/FILE=HEX&lt;/code&gt;。&lt;/p&gt;&lt;p&gt;示例：&lt;code&gt;qgis_process run rrsis:fetchmodel -- MODEL=1 FILE=lgce.pth&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <source>Checkpoint file of your own</source>
      <translation>您自己的检查点文件</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <source>Fetch again</source>
      <translation>重新获取</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <source>SHA-256, where the catalogue knows none</source>
      <translation>SHA-256（目录中未列出时填写）</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Name of the model</source>
      <translation>模型名称</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Where the weights are</source>
      <translation>权重所在位置</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <location filename="../../plugin/model_task.py" />
      <source>The download was stopped. What has come is kept for the next time.</source>
      <translation>下载已停止。已下载的部分会保留到下次使用。</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <location filename="../../plugin/algorithms/finetune.py" />
      <location filename="../../plugin/runner.py" />
      <source>{model} is ready.</source>
      <translation>{model} 已就绪。</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <source>{model} is here: {facts}</source>
      <translation>{model} 已在本机：{facts}</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Fine-tune a model</source>
      <translation>微调模型</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Teaches the bundled model your own samples.</source>
      <translation>让自带的模型学习您自己的样本。</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>&lt;p&gt;The bundled model learns from a folder that “Export training samples” wrote: 20 to 200 samples are a good beginning, and take minutes. The model that comes out has a name of its own and stands in every list of models from then on.&lt;/p&gt;&lt;p&gt;It is measured before and after on the samples kept for validation; without such samples, or with too few, it is refused. While it learns your phrases it is also asked for what it knew, so that it does not forget that.&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Learn to see, too&lt;/strong&gt; lets the image side learn as well: slower, for things that look like nothing that the model knows.&lt;/p&gt;&lt;p&gt;A run that is cancelled keeps its steps; start it again with &lt;strong&gt;Go on&lt;/strong&gt;.&lt;/p&gt;&lt;p&gt;Example: &lt;code&gt;qgis_process run rrsis:finetune -- DATA=samples NAME=helipads&lt;/code&gt;&lt;/p&gt;</source>
      <translation>&lt;p&gt;自带的模型从“导出训练样本”写出的文件夹中学习：20 到 200 个样本是不错的开端，只需几分钟。得到的模型有自己的名称，此后出现在所有模型列表中。&lt;/p&gt;&lt;p&gt;学习前后都用留作验证的样本进行评测；没有或太少时会被拒绝。学习您的短语时，也会同时询问它原有的知识，以免遗忘。&lt;/p&gt;&lt;p&gt;&lt;strong&gt;同时学习识别图像&lt;/strong&gt;让图像部分也参与学习：较慢，适合外观与模型所知完全不同的对象。&lt;/p&gt;&lt;p&gt;取消的运行会保留其步数；请勾选&lt;strong&gt;继续&lt;/strong&gt;重新开始。&lt;/p&gt;&lt;p&gt;示例：&lt;code&gt;qgis_process run rrsis:finetune -- DATA=samples NAME=helipads&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Folder of the samples</source>
      <translation>样本文件夹</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Name of the new model</source>
      <translation>新模型的名称</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Model that learns</source>
      <translation>要学习的模型</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Steps (empty: by the samples)</source>
      <translation>步数（留空：由样本决定）</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Learn to see, too</source>
      <translation>同时学习识别图像</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Go on with a run that was cancelled</source>
      <translation>继续已取消的运行</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Replace a model of that name</source>
      <translation>替换同名模型</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Whether it was finished</source>
      <translation>是否已完成</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>mIoU before</source>
      <translation>之前的 mIoU</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>mIoU after</source>
      <translation>之后的 mIoU</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Stopped at step {done} of {total}. Start it again with “Go on” to finish it.</source>
      <translation>已在第 {done} 步停止，共 {total} 步。请勾选“继续”重新开始以完成。</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Segment by phrase</source>
      <translation>按短语分割</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Finds the objects that a phrase describes, as polygons.</source>
      <translation>查找短语所描述的对象，输出为多边形。</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>&lt;p&gt;Describe what to find, in English, one phrase a line; each becomes a layer of its own.&lt;/p&gt;&lt;p&gt;Examples:&lt;/p&gt;&lt;ul&gt;&lt;li&gt;white cars&lt;/li&gt;&lt;li&gt;buildings with a tin roof&lt;/li&gt;&lt;li&gt;trees along the road&lt;/li&gt;&lt;li&gt;the largest building on the left&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;The bundled model runs on any laptop, offline. The other models need their weights.&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Threshold&lt;/strong&gt;: lower finds more, higher is surer. Keep the &lt;strong&gt;probability raster&lt;/strong&gt; to change the threshold later without running the model again (“Re-threshold”).&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Extent&lt;/strong&gt; and &lt;strong&gt;mask&lt;/strong&gt; (selected polygons) bound the search. &lt;strong&gt;Bands&lt;/strong&gt; are the numbers shown to the model as red, green and blue, such as 4,3,2. &lt;strong&gt;Stretch&lt;/strong&gt; is the pair of percentiles shown as black and white, such as 2,98, or values of the file, such as =0,1800; 8-bit imagery needs none.&lt;/p&gt;&lt;p&gt;An output file that is there is replaced where it is an untouched result of an earlier search, as when the same search runs again. Tick &lt;strong&gt;Replace the output whatever it holds&lt;/strong&gt; for any other file.&lt;/p&gt;&lt;p&gt;The model’s environment is set up once with the button “Set up” in the RRSIS panel (View › Panels › RRSIS), or with &lt;code&gt;make setup&lt;/code&gt; in a checkout.&lt;/p&gt;&lt;p&gt;On the command line:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:segmentbyphrase -- INPUT=ortho.tif PHRASES="white cars" OUTPUT=cars.gpkg&lt;/code&gt;&lt;/p&gt;</source>
      <translation>&lt;p&gt;用英文描述要查找的内容，每行一个短语；每个短语生成一个单独的图层。&lt;/p&gt;&lt;p&gt;示例：&lt;/p&gt;&lt;ul&gt;&lt;li&gt;white cars&lt;/li&gt;&lt;li&gt;buildings with a tin roof&lt;/li&gt;&lt;li&gt;trees along the road&lt;/li&gt;&lt;li&gt;the largest building on the left&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;自带的模型可在任何笔记本电脑上离线运行。其他模型需要各自的权重。&lt;/p&gt;&lt;p&gt;&lt;strong&gt;阈值&lt;/strong&gt;：越低找到的越多，越高越可靠。保留&lt;strong&gt;概率栅格&lt;/strong&gt;，以后无需再次运行模型即可更改阈值（“更改阈值”）。&lt;/p&gt;&lt;p&gt;&lt;strong&gt;范围&lt;/strong&gt;和&lt;strong&gt;掩膜&lt;/strong&gt;（选中的多边形）限定搜索区域。&lt;strong&gt;波段&lt;/strong&gt;是作为红、绿、蓝提供给模型的编号，例如 4,3,2。&lt;strong&gt;拉伸&lt;/strong&gt;是作为黑和白显示的一对百分位数，例如 2,98，或文件的数值，如 =0,1800；8 位影像不需要拉伸。&lt;/p&gt;&lt;p&gt;已有的输出文件如果是之前搜索的、未经改动的结果（例如再次运行同一搜索），就会被替换。对于其他任何文件，请勾选&lt;strong&gt;无论输出中有什么都替换&lt;/strong&gt;。&lt;/p&gt;&lt;p&gt;模型环境只需安装一次：使用 RRSIS 面板（视图 › 面板 › RRSIS）中的“安装”按钮，或在代码检出目录中运行 &lt;code&gt;make setup&lt;/code&gt;。&lt;/p&gt;&lt;p&gt;在命令行中：&lt;br&gt;&lt;code&gt;qgis_process run rrsis:segmentbyphrase -- INPUT=ortho.tif PHRASES="white cars" OUTPUT=cars.gpkg&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>find,object,text,language,detect,building,car,tree,deep learning,ai</source>
      <translation>查找,对象,文本,语言,检测,建筑物,汽车,树木,深度学习,人工智能</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/segment_many.py" />
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Phrases, one a line</source>
      <translation>短语，每行一个</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/segment_many.py" />
      <location filename="../../plugin/algorithms/threshold.py" />
      <location filename="../../plugin/review.py" />
      <source>Threshold</source>
      <translation>阈值</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Mask polygons</source>
      <translation>掩膜多边形</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/segment_many.py" />
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Smallest area (m²)</source>
      <translation>最小面积 (m²)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Bands for red, green, blue</source>
      <translation>红、绿、蓝波段</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Stretch</source>
      <translation>拉伸</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Pixel size seen by the model (m)</source>
      <translation>模型看到的像素大小 (m)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/segment_many.py" />
      <location filename="../../plugin/options.py" />
      <source>Device</source>
      <translation>设备</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/options.py" />
      <source>Most tiles fetched of an online layer</source>
      <translation>在线图层最多获取的瓦片数</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Found objects, one layer a phrase</source>
      <translation>找到的对象，每个短语一个图层</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>GeoPackage (*.gpkg)</source>
      <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Found objects of all phrases in one layer</source>
      <translation>所有短语找到的对象，合为一个图层</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Probability raster</source>
      <translation>概率栅格</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Layers, one a phrase</source>
      <translation>图层，每个短语一个</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/segment_many.py" />
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Number of objects</source>
      <translation>对象数</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Area of all objects (m²)</source>
      <translation>所有对象的面积 (m²)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Time (s)</source>
      <translation>时间（秒）</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>{name} is "{value}"; give {count} numbers with commas between them.</source>
      <translation>{name} 为“{value}”；请给出 {count} 个以逗号分隔的数字。</translation>
    </message>
    <message numerus="yes">
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>%n objects</source>
      <translation>
        <numerusform>%n 个对象</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Segment many rasters</source>
      <translation>分割多个栅格</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Finds what phrases describe in many rasters or tiles, one file each.</source>
      <translation>在许多栅格或瓦片中查找短语所描述的内容，每个栅格一个文件。</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>&lt;p&gt;Searches each raster for the same phrases and writes a GeoPackage a raster into a folder, named after the raster. The model is loaded once. A raster that cannot be read is named and the rest goes on; the algorithm fails only where all of them do.&lt;/p&gt;&lt;p&gt;With &lt;strong&gt;Skip what is there&lt;/strong&gt; a run that was stopped goes on where it ended.&lt;/p&gt;&lt;p&gt;Example:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:segmentmany -- INPUTS=a.tif INPUTS=b.tif PHRASES="white cars" OUTPUT=found&lt;/code&gt;&lt;/p&gt;</source>
      <translation>&lt;p&gt;在每个栅格中搜索相同的短语，并为每个栅格在文件夹中写入一个以其命名的 GeoPackage。模型只加载一次。无法读取的栅格会被指出，其余的继续；只有全部失败时算法才失败。&lt;/p&gt;&lt;p&gt;启用&lt;strong&gt;跳过已有结果&lt;/strong&gt;时，停止的运行会从中断处继续。&lt;/p&gt;&lt;p&gt;示例：&lt;br&gt;&lt;code&gt;qgis_process run rrsis:segmentmany -- INPUTS=a.tif INPUTS=b.tif PHRASES="white cars" OUTPUT=found&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Folder for the results</source>
      <translation>结果文件夹</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Keep the probability rasters</source>
      <translation>保留概率栅格</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Skip what is there</source>
      <translation>跳过已有结果</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Layers, one a phrase and raster</source>
      <translation>图层，每个短语和栅格一个</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Number of rasters searched</source>
      <translation>已搜索的栅格数</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Number of rasters that could not be searched</source>
      <translation>无法搜索的栅格数</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>No raster layer was chosen.</source>
      <translation>未选择栅格图层。</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>{files} cannot be opened. Check that the file is there and opens in QGIS.</source>
      <translation>无法打开 {files}。请检查文件是否存在且能在 QGIS 中打开。</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>The folder "{folder}" cannot be made: {reason}</source>
      <translation>无法创建文件夹“{folder}”：{reason}</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>{raster}: is there</source>
      <translation>{raster}：已存在</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Status</source>
      <translation>状态</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Can models run here, and what is missing?</source>
      <translation>模型能否在此运行，还缺少什么？</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>&lt;p&gt;Looks for the model’s environment and says what is missing and where the button is that sets it up. With &lt;strong&gt;Try it out&lt;/strong&gt; it also starts the environment, and lists its packages and processors.&lt;/p&gt;&lt;p&gt;Example: &lt;code&gt;qgis_process run rrsis:status --json&lt;/code&gt;&lt;/p&gt;</source>
      <translation>&lt;p&gt;查找模型环境，说明缺少什么以及用于安装的按钮在哪里。启用&lt;strong&gt;试运行&lt;/strong&gt;时还会启动该环境，并列出其软件包和处理器。&lt;/p&gt;&lt;p&gt;示例：&lt;code&gt;qgis_process run rrsis:status --json&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Try it out</source>
      <translation>试运行</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Models can run</source>
      <translation>模型可以运行</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>What is missing</source>
      <translation>缺少的内容</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Interpreter</source>
      <translation>解释器</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Processors</source>
      <translation>处理器</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Models</source>
      <translation>模型</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Models whose weights are here</source>
      <translation>权重已在本机的模型</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Version</source>
      <translation>版本</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Models can run here.</source>
      <translation>模型可以在此运行。</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Re-threshold</source>
      <translation>更改阈值</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Makes polygons anew from a kept probability raster, without running the model.</source>
      <translation>根据保留的概率栅格重新生成多边形，无需运行模型。</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>&lt;p&gt;Takes the probability raster that “Segment by phrase” kept, and makes polygons with another threshold, smallest area or outline. The model is not run again.&lt;/p&gt;&lt;p&gt;Lower thresholds find more, higher ones are surer. Leave &lt;strong&gt;Phrases&lt;/strong&gt; empty for all phrases of the raster, or name some of them, one a line.&lt;/p&gt;&lt;p&gt;Example:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:rethreshold -- INPUT=p.tif THRESHOLD=0.3 OUTPUT=more.gpkg&lt;/code&gt;&lt;/p&gt;</source>
      <translation>&lt;p&gt;使用“按短语分割”保留的概率栅格，以其他阈值、最小面积或轮廓生成多边形。模型不会再次运行。&lt;/p&gt;&lt;p&gt;阈值越低找到的越多，越高越可靠。&lt;strong&gt;短语&lt;/strong&gt;留空表示栅格中的所有短语，也可列出其中几个，每行一个。&lt;/p&gt;&lt;p&gt;示例：&lt;br&gt;&lt;code&gt;qgis_process run rrsis:rethreshold -- INPUT=p.tif THRESHOLD=0.3 OUTPUT=more.gpkg&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Outlines may move by (m)</source>
      <translation>轮廓允许偏移 (m)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Fill holes up to (m²)</source>
      <translation>填充不超过此面积的孔洞 (m²)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Right angles where they fit</source>
      <translation>在合适处使用直角</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Part objects that touch</source>
      <translation>分开相接的对象</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>The probability raster must be a file that “Segment by phrase” wrote.</source>
      <translation>概率栅格必须是由“按短语分割”写出的文件。</translation>
    </message>
    <message>
      <location filename="../../plugin/append.py" />
      <source>Append found objects</source>
      <translation>追加找到的对象</translation>
    </message>
    <message>
      <location filename="../../plugin/append.py" />
      <source>A layer was closed while objects were being appended.</source>
      <translation>追加对象时有图层被关闭。</translation>
    </message>
    <message>
      <location filename="../../plugin/append.py" />
      <source>The layer "{layer}" cannot be edited.</source>
      <translation>图层“{layer}”无法编辑。</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>RRSIS: find by phrase</source>
      <translation>RRSIS：按短语查找</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>The recipe is on the clipboard.</source>
      <translation>配方已复制到剪贴板。</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>The controls are set as the recipe says.</source>
      <translation>已按配方设置各控件。</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Find next</source>
      <translation>接着查找</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Find</source>
      <translation>查找</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>A later version wrote it: what this one does not know was left aside.</source>
      <translation>它由更新的版本写成：本版本不认识的内容已忽略。</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Bands</source>
      <translation>波段</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Copy recipe</source>
      <translation>复制配方</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Paste recipe</source>
      <translation>粘贴配方</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Copy report for those who help</source>
      <translation>复制供协助者使用的报告</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Help</source>
      <translation>帮助</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Settings …</source>
      <translation>设置 …</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Its model “{model}” is not here: another stays chosen.</source>
      <translation>其中的模型“{model}”不在此处：仍使用其他模型。</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Whole layer</source>
      <translation>整个图层</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Visible map</source>
      <translation>可见地图</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Drawn rectangle</source>
      <translation>绘制的矩形</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Drawn polygon</source>
      <translation>绘制的多边形</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Selected features</source>
      <translation>选中的要素</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Polygon layer as mask</source>
      <translation>以多边形图层为掩膜</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Click the corners on the map; a right click or Enter closes the polygon.</source>
      <translation>在地图上单击各个顶点；右键单击或按回车键闭合多边形。</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Drag a rectangle on the map.</source>
      <translation>在地图上拖出一个矩形。</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Nothing was drawn yet. Press “Draw” and draw on the map.</source>
      <translation>尚未绘制任何内容。请按“绘制”并在地图上绘制。</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>There is no polygon layer. Add one, or search the whole layer.</source>
      <translation>没有多边形图层。请添加一个，或搜索整个图层。</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Nothing is selected in the layer "{layer}". Select polygons, or choose another extent.</source>
      <translation>图层“{layer}”中没有选中任何内容。请选择多边形，或选择其他范围。</translation>
    </message>
    <message>
      <location filename="../../plugin/gallery.py" />
      <source>Example picture</source>
      <translation>示例图片</translation>
    </message>
    <message>
      <location filename="../../plugin/gallery.py" />
      <source>Examples of phrases</source>
      <translation>短语示例</translation>
    </message>
    <message>
      <location filename="../../plugin/gallery.py" />
      <source>Click a picture to search for what its yellow outline shows.</source>
      <translation>单击图片，即可搜索其黄色轮廓所示的内容。</translation>
    </message>
    <message>
      <location filename="../../plugin/gallery.py" />
      <source>Phrases that a model understands, with pictures of what they mean.</source>
      <translation>模型能理解的短语，附有说明其含义的图片。</translation>
    </message>
    <message>
      <location filename="../../plugin/gallery.py" />
      <source>Try it on the example picture</source>
      <translation>在示例图片上试用</translation>
    </message>
    <message>
      <location filename="../../plugin/gallery.py" />
      <source>Adds a small drawn picture to the project and searches in it at once.</source>
      <translation>向项目添加一幅绘制的小图片，并立即在其中搜索。</translation>
    </message>
    <message>
      <location filename="../../plugin/gallery.py" />
      <source>Closes the examples.</source>
      <translation>关闭示例。</translation>
    </message>
    <message>
      <location filename="../../plugin/groups.py" />
      <source>Found in {raster}</source>
      <translation>在 {raster} 中找到</translation>
    </message>
    <message>
      <location filename="../../plugin/hints.py" />
      <source>Nothing was found for "{phrase}". Word it differently, zoom to a place that shows it, or use finer imagery.</source>
      <translation>没有找到“{phrase}”。请换一种说法、缩放到能看到它的地方，或使用更精细的影像。</translation>
    </message>
    <message>
      <location filename="../../plugin/hints.py" />
      <source>The models read English alone: write “{phrase}” in English.</source>
      <translation>模型只能读懂英文：请用英文书写“{phrase}”。</translation>
    </message>
    <message>
      <location filename="../../plugin/hints.py" />
      <source>Pixels of {pixel:.2g} m are much coarser than the {known:g} m that this model knows: expect to find large things alone.</source>
      <translation>{pixel:.2g} m 的像素远比此模型熟悉的 {known:g} m 粗糙：只能期望找到较大的目标。</translation>
    </message>
    <message>
      <location filename="../../plugin/hints.py" />
      <source>Only things below the smallest area reached the threshold for "{phrase}". Lower one of the two in the review below, or word the phrase differently.</source>
      <translation>“{phrase}”只有小于最小面积的对象达到阈值。请在下方的复核中降低这两个值之一，或换一种说法。</translation>
    </message>
    <message>
      <location filename="../../plugin/hints.py" />
      <source>Nothing reached the threshold for "{phrase}": the highest probability is {top:.0%}. Lower the threshold in the review below, or word the phrase differently.</source>
      <translation>“{phrase}”没有达到阈值的结果：最高概率为 {top:.0%}。请在下方的复核中降低阈值，或换一种说法。</translation>
    </message>
    <message>
      <location filename="../../plugin/hints.py" />
      <source>Pixels of {pixel:.2g} m are too coarse for “{phrase}”: use imagery of {needed:.1g} m or finer, or look for larger things.</source>
      <translation>{pixel:.2g} m 的像素对“{phrase}”来说过于粗糙：请使用 {needed:.1g} m 或更精细的影像，或查找更大的目标。</translation>
    </message>
    <message>
      <location filename="../../plugin/histogram.py" />
      <source>How many pixels have which probability; the firm bars are found.</source>
      <translation>各概率对应的像素数；颜色较深的柱即为找到的部分。</translation>
    </message>
    <message>
      <location filename="../../plugin/histogram.py" />
      <source>Look at the probabilities of {phrase}</source>
      <translation>查看 {phrase} 的概率</translation>
    </message>
    <message>
      <location filename="../../plugin/job.py" />
      <location filename="../../plugin/review_task.py" />
      <location filename="../../plugin/task.py" />
      <source>Cancelled before anything was finished.</source>
      <translation>在完成任何部分之前已取消。</translation>
    </message>
    <message>
      <location filename="../../plugin/job.py" />
      <source>the polygons</source>
      <translation>多边形</translation>
    </message>
    <message>
      <location filename="../../plugin/job.py" />
      <source>{phrases} in {raster}</source>
      <translation>{raster} 中的 {phrases}</translation>
    </message>
    <message>
      <location filename="../../plugin/job.py" />
      <source>The folder "{folder}" cannot be made ({reason}). Choose another place.</source>
      <translation>无法创建文件夹“{folder}”（{reason}）。请选择其他位置。</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>The area has no place in the layer's coordinate system. Choose another area.</source>
      <translation>该区域在图层的坐标系中没有对应位置。请选择其他区域。</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>No raster layer was chosen. Add imagery to the project and choose it.</source>
      <translation>未选择栅格图层。请向项目添加影像并选择它。</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>Cancelled while the layer was being fetched.</source>
      <translation>获取图层时已取消。</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>The mask holds no polygon. Select polygons, or search without a mask.</source>
      <translation>掩膜中没有多边形。请选择多边形，或不使用掩膜进行搜索。</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>Cancelled while the mask was being read.</source>
      <translation>读取掩膜时已取消。</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>The layer "{layer}" is broken. Repair its data source, or choose another layer.</source>
      <translation>图层“{layer}”已损坏。请修复其数据源，或选择其他图层。</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>The layer "{layer}" ({kind}) cannot be rendered. Export it as a GeoTIFF and use that.</source>
      <translation>图层“{layer}”（{kind}）无法渲染。请将其导出为 GeoTIFF 后使用。</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>The extent does not touch the layer "{layer}". Move the map there.</source>
      <translation>范围与图层“{layer}”不相交。请将地图移到该处。</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>The layer "{layer}" is fetched from a service: this area needs {tiles} tiles at {gsd:g} m a pixel, and at most {limit} are fetched. Choose a smaller area, coarser pixels, or a file.</source>
      <translation>图层“{layer}”来自在线服务：此区域在每像素 {gsd:g} m 下需要 {tiles} 个瓦片，而最多只获取 {limit} 个。请选择更小的区域、更粗的像素或文件。</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>The layer "{layer}" cannot be rendered.</source>
      <translation>图层“{layer}”无法渲染。</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>The layer "{layer}" could not be fetched ({reason}). Check the connection.</source>
      <translation>无法获取图层“{layer}”（{reason}）。请检查连接。</translation>
    </message>
    <message>
      <location filename="../../plugin/live.py" />
      <source>{phrase} (searching …)</source>
      <translation>{phrase}（正在搜索 …）</translation>
    </message>
    <message>
      <location filename="../../plugin/live.py" />
      <source>{phrase} (unfinished)</source>
      <translation>{phrase}（未完成）</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <source>Look at the bands</source>
      <translation>查看波段</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <source>About what the model sees: the middle of the visible map in these bands and this stretch.</source>
      <translation>模型大致看到的内容：以这些波段和此拉伸显示的可见地图中央。</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <source>Chooses the bands by name.</source>
      <translation>按名称选择波段。</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <source>Chooses percentiles or values.</source>
      <translation>选择百分位或数值。</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <location filename="../../plugin/wording.py" />
      <source>Automatic</source>
      <translation>自动</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <source>Values …</source>
      <translation>数值 …</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <source>no picture</source>
      <translation>无图片</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <location filename="../../plugin/stretch.py" />
      <source>Red</source>
      <translation>红</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <location filename="../../plugin/stretch.py" />
      <source>Green</source>
      <translation>绿</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <location filename="../../plugin/stretch.py" />
      <source>Blue</source>
      <translation>蓝</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <source>Values as QGIS shows them</source>
      <translation>按 QGIS 显示的数值</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <source>As QGIS shows them ({bands})</source>
      <translation>与 QGIS 显示的相同（{bands}）</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>Something went wrong. The message log has the details.</source>
      <translation>出现问题。详情见消息日志。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>A setting has a value that cannot be used. Correct it and run again.</source>
      <translation>某项设置的值无法使用。请更正后重新运行。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>A phrase is empty or too long. Describe in a few words what to find, as in "white cars".</source>
      <translation>短语为空或过长。请用几个英文单词描述要查找的内容，例如 "white cars"。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The extent is empty or not a rectangle. Draw it again, or search the whole layer.</source>
      <translation>范围为空或不是矩形。请重新绘制，或搜索整个图层。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The extent does not touch the raster. Move the map there, or search the whole layer.</source>
      <translation>范围与栅格不相交。请将地图移到该处，或搜索整个图层。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The raster lacks one of the bands asked for. Choose bands that it has.</source>
      <translation>栅格缺少所要求的某个波段。请选择它具有的波段。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>There is no such model. Choose one from the list.</source>
      <translation>没有这个模型。请从列表中选择。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The raster cannot be read. Check that the file is there and opens in QGIS.</source>
      <translation>无法读取栅格。请检查文件是否存在并能在 QGIS 中打开。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>This kind of raster cannot be searched. Use imagery with one, three or more bands.</source>
      <translation>无法搜索这种栅格。请使用具有一个、三个或更多波段的影像。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>There are no pixels with data here. Choose another area or another layer.</source>
      <translation>此处没有含数据的像素。请选择其他区域或其他图层。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The mask holds no readable polygon. Select polygons, or search without a mask.</source>
      <translation>掩膜中没有可读取的多边形。请选择多边形，或不使用掩膜进行搜索。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The results cannot be written there. Choose a folder that you may write to.</source>
      <translation>无法将结果写入该处。请选择您有权写入的文件夹。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The output file is in use. Remove its layers from the project, or choose another name.</source>
      <translation>输出文件正在使用中。请从项目中移除其图层，或选择其他名称。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>What lies there is no untouched result of a search and is not replaced. Choose another file, or tick “Replace the output whatever it holds”.</source>
      <translation>该处的文件不是未经改动的搜索结果，不会被替换。请选择其他文件，或勾选“无论输出中有什么都替换”。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The disk is full. Make room, or write the results to another disk.</source>
      <translation>磁盘已满。请腾出空间，或将结果写入其他磁盘。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>This area needs too many tiles of an online layer. Choose a smaller area or a file.</source>
      <translation>此区域需要的在线图层瓦片过多。请选择更小的区域或文件。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>This layer cannot be read or rendered. Export it as a GeoTIFF and use that.</source>
      <translation>此图层无法读取或渲染。请将其导出为 GeoTIFF 后使用。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>Cancelled before anything was finished. Nothing was written.</source>
      <translation>在完成任何部分之前已取消。未写入任何内容。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The model's weights are not on this machine. Fetch them, or choose the bundled model.</source>
      <translation>本机没有该模型的权重。请获取权重，或选择自带的模型。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The weight file is damaged or belongs to another model. Fetch it again.</source>
      <translation>权重文件已损坏或属于其他模型。请重新获取。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The download failed. Check the connection and the proxy settings, then try again.</source>
      <translation>下载失败。请检查连接和代理设置，然后重试。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>That processor is not available here. Choose “Automatic” or “CPU” as device.</source>
      <translation>该处理器在此不可用。请选择“自动”或“CPU”作为设备。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>Memory ran out. Close other programs, choose a smaller area, or use the CPU.</source>
      <translation>内存不足。请关闭其他程序，选择更小的区域，或使用 CPU。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The model's environment is not set up yet. Press “Set up” in the RRSIS panel.</source>
      <translation>模型环境尚未安装。请按 RRSIS 面板中的“安装”。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The model's environment does not work. Set it up again in the RRSIS panel.</source>
      <translation>模型环境无法工作。请在 RRSIS 面板中重新安装。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The model's process ended unexpectedly. Run again, or try a smaller area or the CPU.</source>
      <translation>模型进程意外结束。请重新运行，或尝试更小的区域或 CPU。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The model's process does not answer. Run again; the message log has the details.</source>
      <translation>模型进程没有响应。请重新运行；详情见消息日志。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The environment belongs to another version. Set it up again in the RRSIS panel.</source>
      <translation>该环境属于其他版本。请在 RRSIS 面板中重新安装。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>This is a defect of the plugin. Please report it with the details from the message log.</source>
      <translation>这是插件的缺陷。请附上消息日志中的详情进行报告。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The training data do not have the expected layout. Check the folder.</source>
      <translation>训练数据的结构不符合预期。请检查文件夹。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The training configuration has an unknown or mistyped setting. Correct it.</source>
      <translation>训练配置中有未知或写错的设置。请更正。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The training cannot go on. Lower the learning rate, or check the data.</source>
      <translation>训练无法继续。请降低学习率，或检查数据。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The data set could not be checked against its published description.</source>
      <translation>无法将数据集与其公布的说明核对。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>A sample could not be read and was left out.</source>
      <translation>有一个样本无法读取，已略过。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>Something is unusual; the message log has the details.</source>
      <translation>有异常情况；详情见消息日志。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The raster has no coordinate reference system: areas and lengths rest on an assumed pixel size.</source>
      <translation>栅格没有坐标参照系：面积和长度基于假定的像素大小。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The raster has one band; the model sees it in shades of grey.</source>
      <translation>栅格只有一个波段；模型看到的是灰度影像。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The pixels are coarser than the model knows; small objects will be missed.</source>
      <translation>像素比模型熟悉的更粗糙；较小的对象会被遗漏。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>A phrase is longer than the model reads; its end was ignored.</source>
      <translation>短语超过模型能读取的长度；末尾部分已忽略。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The model knows no word of a phrase. Write it in English, in common words.</source>
      <translation>模型不认识短语中的任何单词。请用常用的英文单词书写。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>What the phrase measures from was not found; look for it alone, or name it otherwise.</source>
      <translation>未找到短语用来度量的参照物；请单独查找它，或换一种说法。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>Nothing was found. Lower the threshold, reword the phrase, or use finer imagery.</source>
      <translation>没有找到任何对象。请降低阈值、改写短语，或使用更精细的影像。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>A part of the raster could not be read; there is no result there.</source>
      <translation>栅格有一部分无法读取；该处没有结果。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The file could no longer be replaced; the results were written beside it.</source>
      <translation>该文件已无法替换；结果写在了它旁边。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The search that was cut off went on from the rows that it had finished.</source>
      <translation>中断的搜索已从它完成的行继续。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>Beside the file lie finished rows of another search that was cut off.</source>
      <translation>文件旁边有另一次中断的搜索已完成的行。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>Memory ran short; the work went on in smaller steps.</source>
      <translation>内存紧张；已改用更小的步骤继续。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The graphics processor could not be used; the CPU was used instead.</source>
      <translation>无法使用图形处理器；已改用 CPU。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>Something about the raster was assumed; the message log has the details.</source>
      <translation>对栅格作了某些假定；详情见消息日志。</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>What was finished is kept in {file}: the same search goes on from there.</source>
      <translation>已完成的部分保存在 {file} 中：同样的搜索会从那里继续。</translation>
    </message>
    <message>
      <location filename="../../plugin/model_action.py" />
      <source>Open a copy in the model designer</source>
      <translation>在模型设计器中打开副本</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>ready</source>
      <translation>就绪</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>to fetch</source>
      <translation>待获取</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>missing: add weights of your own</source>
      <translation>缺失：请添加您自己的权重</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>to fetch in the toolbox with its SHA-256, or to add</source>
      <translation>需在工具箱中凭 SHA-256 获取，或自行添加</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>no licence stated</source>
      <translation>未注明许可</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>looks at {low} m a pixel</source>
      <translation>以每像素 {low} m 观察</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>looks at {low} to {high} m a pixel</source>
      <translation>以每像素 {low} 至 {high} m 观察</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>of unknown size</source>
      <translation>大小未知</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>{size:.1f} GB</source>
      <translation>{size:.1f} GB</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>not verified</source>
      <translation>未核实</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Fetch the weights of {model}?

From: {repository}
Size: {size}
Licence: {licence}
Trained on: {data}

They are checked against their published SHA-256. A download that breaks off goes on the next time.</source>
      <translation>要获取 {model} 的权重吗？

来源：{repository}
大小：{size}
许可：{licence}
训练数据：{data}

权重会与公布的 SHA-256 核对。中断的下载下次会继续。</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Fetch …</source>
      <translation>获取 …</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Downloads the weights of this model, after saying how large they are.</source>
      <translation>下载此模型的权重，事先说明其大小。</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Add weights …</source>
      <translation>添加权重 …</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Takes a checkpoint file of your own (.pth, .pt, .bin or .safetensors) for this model.</source>
      <translation>为此模型使用您自己的检查点文件（.pth、.pt、.bin 或 .safetensors）。</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>How much of the weights has come.</source>
      <translation>权重已下载多少。</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Stop</source>
      <translation>停止</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Stops the download; what has come is kept for the next time.</source>
      <translation>停止下载；已下载的部分留待下次使用。</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Fetch</source>
      <translation>获取</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Downloads the weights in the background.</source>
      <translation>在后台下载权重。</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Not now</source>
      <translation>暂不</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Fetches nothing.</source>
      <translation>不下载任何内容。</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Weights (*.pth *.pt *.bin *.safetensors)</source>
      <translation>权重 (*.pth *.pt *.bin *.safetensors)</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>{size:.0f} MB</source>
      <translation>{size:.0f} MB</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>code: {licence}</source>
      <translation>代码：{licence}</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>not stated</source>
      <translation>未注明</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>device: {device}</source>
      <translation>设备：{device}</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Weights for {model}</source>
      <translation>{model} 的权重</translation>
    </message>
    <message>
      <location filename="../../plugin/model_task.py" />
      <source>Get the weights of {model}</source>
      <translation>获取 {model} 的权重</translation>
    </message>
    <message>
      <location filename="../../plugin/options.py" />
      <source>Interpreter for the models; leave it empty for the environment set up by the panel.</source>
      <translation>运行模型的解释器；留空则使用由面板安装的环境。</translation>
    </message>
    <message>
      <location filename="../../plugin/options.py" />
      <source>Python of the models</source>
      <translation>模型的 Python</translation>
    </message>
    <message>
      <location filename="../../plugin/options.py" />
      <source>Where models run.</source>
      <translation>模型在哪里运行。</translation>
    </message>
    <message>
      <location filename="../../plugin/options.py" />
      <source>Larger areas of a layer that is no file are refused before anything is fetched.</source>
      <translation>对于不是文件的图层，超过此数的区域在获取之前即被拒绝。</translation>
    </message>
    <message>
      <location filename="../../plugin/plugin.py" />
      <source>Find by phrase</source>
      <translation>按短语查找</translation>
    </message>
    <message>
      <location filename="../../plugin/preview.py" />
      <source>The imagery is not in the visible map. Zoom to it, then a preview can be made.</source>
      <translation>影像不在可见地图中。请缩放到影像，然后即可预览。</translation>
    </message>
    <message>
      <location filename="../../plugin/preview.py" />
      <source>Looking …</source>
      <translation>正在查看 …</translation>
    </message>
    <message>
      <location filename="../../plugin/preview.py" />
      <source>Preview {phrases}</source>
      <translation>预览 {phrases}</translation>
    </message>
    <message>
      <location filename="../../plugin/preview.py" />
      <source>Preview: {found}</source>
      <translation>预览：{found}</translation>
    </message>
    <message>
      <location filename="../../plugin/probabilities.py" />
      <source>Probability of {phrase}</source>
      <translation>{phrase} 的概率</translation>
    </message>
    <message>
      <location filename="../../plugin/project_file.py" />
      <source>it is no GeoPackage</source>
      <translation>它不是 GeoPackage</translation>
    </message>
    <message>
      <location filename="../../plugin/project_file.py" />
      <source>not all objects arrived there</source>
      <translation>并非所有对象都已写入</translation>
    </message>
    <message>
      <location filename="../../plugin/project_file.py" />
      <source>The results cannot be written to "{file}": {reason}</source>
      <translation>无法将结果写入“{file}”：{reason}</translation>
    </message>
    <message>
      <location filename="../../plugin/provider.py" />
      <source>RRSIS: find objects by phrase</source>
      <translation>RRSIS：按短语查找对象</translation>
    </message>
    <message>
      <location filename="../../plugin/queue_panel.py" />
      <source>These searches begin one after the other.</source>
      <translation>这些搜索会依次开始。</translation>
    </message>
    <message>
      <location filename="../../plugin/queue_panel.py" />
      <source>Waiting searches</source>
      <translation>等待中的搜索</translation>
    </message>
    <message>
      <location filename="../../plugin/queue_panel.py" />
      <source>Remove from the queue</source>
      <translation>从队列中移除</translation>
    </message>
    <message>
      <location filename="../../plugin/queue_panel.py" />
      <source>Takes the chosen search out of the queue; the Delete key does so too.</source>
      <translation>将所选搜索移出队列；按 Delete 键亦可。</translation>
    </message>
    <message>
      <location filename="../../plugin/queue_panel.py" />
      <source>Waiting: {count}</source>
      <translation>等待中：{count}</translation>
    </message>
    <message>
      <location filename="../../plugin/recipe.py" />
      <source>The clipboard holds no recipe. Copy one from the panel or from a message first.</source>
      <translation>剪贴板中没有配方。请先从面板或消息中复制一个。</translation>
    </message>
    <message>
      <location filename="../../plugin/recipe.py" />
      <source>The recipe holds a value that cannot be read: {name} is {value}.</source>
      <translation>配方中有无法读取的值：{name} 为 {value}。</translation>
    </message>
    <message>
      <location filename="../../plugin/results.py" />
      <source>The results can be written neither to "{file}" nor to "{folder}". Make room there, then run again.</source>
      <translation>无法将结果写入“{file}”，也无法写入“{folder}”。请在该处腾出空间，然后重新运行。</translation>
    </message>
    <message>
      <location filename="../../plugin/results.py" />
      <source>"{phrase}", found by {model} at {gsd:.2f} m a pixel (run {run}).</source>
      <translation>“{phrase}”，由 {model} 在每像素 {gsd:.2f} m 下找到（运行 {run}）。</translation>
    </message>
    <message>
      <location filename="../../plugin/results.py" />
      <source>"{file}" cannot be written: the results are kept in "{kept}".</source>
      <translation>无法写入“{file}”：结果保存在“{kept}”中。</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Lower finds more, higher is surer. The model is not run again.</source>
      <translation>越低找到的越多，越高越可靠。模型不会再次运行。</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Probability from which a pixel belongs to an object.</source>
      <translation>像素属于对象所需的最低概率。</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Smaller polygons are dropped.</source>
      <translation>更小的多边形会被舍弃。</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Holes up to this size are filled.</source>
      <translation>不超过此大小的孔洞会被填充。</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Outlines may move by as much, and lose corners in return.</source>
      <translation>轮廓最多可偏移这么多，以减少顶点。</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>automatic</source>
      <translation>自动</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Right angles</source>
      <translation>直角</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>For things that people made: outlines become rectangular where that fits.</source>
      <translation>适用于人造物：在合适处将轮廓变为直角。</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Part touching objects</source>
      <translation>分开相接的对象</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Objects that touch are parted along the valley between their peaks.</source>
      <translation>沿峰值之间的谷线分开相接的对象。</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Smallest area</source>
      <translation>最小面积</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Fill holes up to</source>
      <translation>填充孔洞，不超过</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Smooth outlines by</source>
      <translation>轮廓平滑</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Accepted.</source>
      <translation>已接受。</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <location filename="../../plugin/verdicts.py" />
      <source>Undo</source>
      <translation>撤销</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Goes back to the settings before the last change.</source>
      <translation>恢复到上次更改之前的设置。</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Redo</source>
      <translation>重做</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Goes forward again to the settings that were undone.</source>
      <translation>重新应用已撤销的设置。</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Accept</source>
      <translation>接受</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Keeps the objects as they are and ends the review.</source>
      <translation>按现状保留对象并结束复核。</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Review again</source>
      <translation>再次复核</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Shows the controls again.</source>
      <translation>重新显示控件。</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Discard</source>
      <translation>放弃</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Takes the layer out of the project; for a moment that can be undone.</source>
      <translation>从项目中移除该图层；短时间内可以撤销。</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Append to</source>
      <translation>追加到</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Copies the objects into another polygon layer of the project.</source>
      <translation>将对象复制到项目中的另一个多边形图层。</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Probability</source>
      <translation>概率</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Shows below the objects how sure the model is at each place, or hides it again.</source>
      <translation>在对象下方显示模型在每处的把握程度，或再次隐藏。</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Review “{phrase}”</source>
      <translation>复核“{phrase}”</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>No other polygon layer can be edited</source>
      <translation>没有其他可编辑的多边形图层</translation>
    </message>
    <message>
      <location filename="../../plugin/review_task.py" />
      <source>Review {phrases}</source>
      <translation>复核 {phrases}</translation>
    </message>
    <message>
      <location filename="../../plugin/review_task.py" />
      <source>"{file}" is gone. Bring it back, or search again and take this layer out.</source>
      <translation>“{file}”已不存在。请恢复该文件，或重新搜索并移除此图层。</translation>
    </message>
    <message>
      <location filename="../../plugin/review_task.py" />
      <source>"{file}" cannot be changed: another program may have it open, or you may not write there. See to that, then try again.</source>
      <translation>无法更改“{file}”：可能有其他程序正在使用它，或者您没有写入权限。请处理后重试。</translation>
    </message>
    <message>
      <location filename="../../plugin/review_task.py" />
      <source>"{file}" cannot be changed ({reason}). Close it in other programs, then try again.</source>
      <translation>无法更改“{file}”（{reason}）。请在其他程序中关闭它，然后重试。</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Stopping, and keeping what was found …</source>
      <translation>正在停止，并保留已找到的结果 …</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Starting …</source>
      <translation>正在启动 …</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Make a report for those who help</source>
      <translation>生成供协助者使用的报告</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Looking at the environment …</source>
      <translation>正在查看环境 …</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>The report is on the clipboard.</source>
      <translation>报告已复制到剪贴板。</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <location filename="../../plugin/task.py" />
      <source>Add to this project</source>
      <translation>添加到此工程</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Shows the layers in the project that is open now.</source>
      <translation>在当前打开的工程中显示这些图层。</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Makes polygons anew with this threshold; the model is not run again.</source>
      <translation>以此阈值重新生成多边形；模型不会再次运行。</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Waiting for other tasks of QGIS …</source>
      <translation>正在等待 QGIS 的其他任务 …</translation>
    </message>
    <message numerus="yes">
      <location filename="../../plugin/runner.py" />
      <source>%n objects found before then stay in temporary layers; save them if you need them.</source>
      <translation>
        <numerusform>此前找到的 %n 个对象保留在临时图层中；如有需要请保存。</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Found {found}, for a project that was closed meanwhile. The layers are in "{file}".</source>
      <translation>已找到 {found}，但所属工程已被关闭。图层保存在“{file}”中。</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Begins when what was found before is kept …</source>
      <translation>先前找到的结果保留后即开始 …</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>The layer is being edited. Save or discard the edits first.</source>
      <translation>图层正在编辑。请先保存或放弃编辑。</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>{found} in {time}</source>
      <translation>{found}，用时 {time}</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>{found} → {file}</source>
      <translation>{found} → {file}</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Lower it to {threshold:.0%}</source>
      <translation>降低到 {threshold:.0%}</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <location filename="../../plugin/wording.py" />
      <source>{count} × {phrase}</source>
      <translation>{count} × {phrase}</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Found {found}.</source>
      <translation>已找到 {found}。</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Nothing was found for {phrases}. Choose a layer to see what a lower threshold brings.</source>
      <translation>未找到 {phrases}。请选择一个图层，查看降低阈值后的结果。</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>Preparing</source>
      <translation>正在准备</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>Looking for the installer</source>
      <translation>正在查找安装程序</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>Making the environment</source>
      <translation>正在创建环境</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>Downloading and installing packages</source>
      <translation>正在下载并安装软件包</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>Trying the environment</source>
      <translation>正在试运行环境</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>Ready</source>
      <translation>就绪</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>Setting up was cancelled. What was downloaded is kept for the next time.</source>
      <translation>安装已取消。已下载的内容会保留供下次使用。</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>There is not enough room on the disk. Free some, then set up again.</source>
      <translation>磁盘空间不足。请腾出空间，然后重新安装。</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>The proxy refuses the connection. Check its address and password (HTTPS_PROXY).</source>
      <translation>代理拒绝连接。请检查其地址和密码（HTTPS_PROXY）。</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>The connection's certificate is not trusted. Name your organisation's own in SSL_CERT_FILE.</source>
      <translation>连接的证书不受信任。请在 SSL_CERT_FILE 中指定您所在机构的证书。</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>The package index cannot be reached. Check the network, then set up again: what was downloaded is kept.</source>
      <translation>无法访问软件包索引。请检查网络，然后重新安装：已下载的内容会保留。</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>No Python 3.11 or newer was found. Install one, then set up again.</source>
      <translation>未找到 Python 3.11 或更新版本。请安装，然后重新安装。</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>A system library is missing. Install the Microsoft Visual C++ runtime (x64).</source>
      <translation>缺少系统库。请安装 Microsoft Visual C++ 运行库 (x64)。</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>A file or folder is held or forbidden. Close other QGIS windows, then set up again.</source>
      <translation>某个文件或文件夹被占用或禁止访问。请关闭其他 QGIS 窗口，然后重新安装。</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>PyTorch is made for 64-bit Linux and Windows, and for macOS 14 on Apple silicon.</source>
      <translation>PyTorch 适用于 64 位 Linux 和 Windows，以及搭载 Apple 芯片的 macOS 14。</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>Another window is setting it up. Wait until it is done.</source>
      <translation>另一个窗口正在安装。请等待其完成。</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>The environment is ready: describe what to find.</source>
      <translation>环境已就绪：请描述要查找的内容。</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>The whole log: {file}</source>
      <translation>完整日志：{file}</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>The models need an environment of their own (PyTorch and other packages), set up once.
Download and disk: about {size:.1f} GB
Folder: {folder}</source>
      <translation>模型需要自己的环境（PyTorch 和其他软件包），只需安装一次。
下载和磁盘空间：约 {size:.1f} GB
文件夹：{folder}</translation>
    </message>
    <message>
      <location filename="../../plugin/setup_task.py" />
      <source>Set up the environment of RRSIS</source>
      <translation>安装 RRSIS 的环境</translation>
    </message>
    <message>
      <location filename="../../plugin/stretch.py" />
      <source>Stretch by values</source>
      <translation>按数值拉伸</translation>
    </message>
    <message>
      <location filename="../../plugin/stretch.py" />
      <source>Black</source>
      <translation>黑</translation>
    </message>
    <message>
      <location filename="../../plugin/stretch.py" />
      <source>White</source>
      <translation>白</translation>
    </message>
    <message>
      <location filename="../../plugin/stretch.py" />
      <source>A value of the file; the picture in the panel shows what it does.</source>
      <translation>文件中的一个数值；面板中的图片会显示其效果。</translation>
    </message>
    <message>
      <location filename="../../plugin/stretch.py" />
      <source>The stretch "{text}" is neither two percentiles, such as 2,98, nor values, such as =0,1800.</source>
      <translation>拉伸“{text}”既不是两个百分位（如 2,98），也不是数值（如 =0,1800）。</translation>
    </message>
    <message>
      <location filename="../../plugin/stretch.py" />
      <source>Takes these values.</source>
      <translation>采用这些值。</translation>
    </message>
    <message>
      <location filename="../../plugin/stretch.py" />
      <source>Leaves the values as they were.</source>
      <translation>保留原来的值。</translation>
    </message>
    <message>
      <location filename="../../plugin/task.py" />
      <source>Find {phrases}</source>
      <translation>查找 {phrases}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../plugin/verdicts.py" />
      <source>%n objects were appended to “{layer}”. Choose that layer to save its edits, or to undo them with Ctrl+Z.</source>
      <translation>
        <numerusform>已将 %n 个对象追加到“{layer}”。请选择该图层以保存编辑，或按 Ctrl+Z 撤销。</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../plugin/verdicts.py" />
      <source>Delete discarded objects</source>
      <translation>删除已放弃的对象</translation>
    </message>
    <message>
      <location filename="../../plugin/verdicts.py" />
      <source>Brings the layer back.</source>
      <translation>恢复该图层。</translation>
    </message>
    <message>
      <location filename="../../plugin/verdicts.py" />
      <source>“{layer}” was discarded.</source>
      <translation>已放弃“{layer}”。</translation>
    </message>
    <message>
      <location filename="../../plugin/verdicts.py" />
      <source>The discarded layer "{table}" is still in {file}: {reason}</source>
      <translation>已放弃的图层“{table}”仍在 {file} 中：{reason}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../plugin/wording.py" />
      <source>{found}, {count} for %n other phrases</source>
      <translation>
        <numerusform>{found}，其余 %n 个短语共 {count} 个</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../plugin/wording.py" />
      <source>{phrases} and {count} more</source>
      <translation>{phrases} 等，另有 {count} 个</translation>
    </message>
    <message>
      <location filename="../../plugin/wording.py" />
      <source>{model} (bundled)</source>
      <translation>{model}（自带）</translation>
    </message>
    <message>
      <source>&lt;p&gt;Describe what to find, in English, one phrase a line; each becomes a layer of its own.&lt;/p&gt;&lt;p&gt;Examples:&lt;/p&gt;&lt;ul&gt;&lt;li&gt;white cars&lt;/li&gt;&lt;li&gt;buildings with a tin roof&lt;/li&gt;&lt;li&gt;trees along the road&lt;/li&gt;&lt;li&gt;the largest building on the left&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;The bundled model runs on any laptop, offline. The other models need their weights.&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Threshold&lt;/strong&gt;: lower finds more, higher is surer. Keep the &lt;strong&gt;probability raster&lt;/strong&gt; to change the threshold later without running the model again (“Re-threshold”).&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Extent&lt;/strong&gt; and &lt;strong&gt;mask&lt;/strong&gt; (selected polygons) bound the search. &lt;strong&gt;Bands&lt;/strong&gt; are the numbers shown to the model as red, green and blue, such as 4,3,2. &lt;strong&gt;Stretch&lt;/strong&gt; is the pair of percentiles shown as black and white, such as 2,98; 8-bit imagery needs none.&lt;/p&gt;&lt;p&gt;The model’s environment is set up once with the button “Set up” in the RRSIS panel (View › Panels › RRSIS), or with &lt;code&gt;make setup&lt;/code&gt; in a checkout.&lt;/p&gt;&lt;p&gt;On the command line:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:segmentbyphrase -- INPUT=ortho.tif PHRASES="white cars" OUTPUT=cars.gpkg&lt;/code&gt;&lt;/p&gt;</source>
      <translation type="vanished">&lt;p&gt;用英文描述要查找的内容，每行一个短语；每个短语生成一个单独的图层。&lt;/p&gt;&lt;p&gt;示例：&lt;/p&gt;&lt;ul&gt;&lt;li&gt;white cars&lt;/li&gt;&lt;li&gt;buildings with a tin roof&lt;/li&gt;&lt;li&gt;trees along the road&lt;/li&gt;&lt;li&gt;the largest building on the left&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;自带的模型可在任何笔记本电脑上离线运行。其他模型需要各自的权重。&lt;/p&gt;&lt;p&gt;&lt;strong&gt;阈值&lt;/strong&gt;：越低找到的越多，越高越可靠。保留&lt;strong&gt;概率栅格&lt;/strong&gt;，以后无需再次运行模型即可更改阈值（“更改阈值”）。&lt;/p&gt;&lt;p&gt;&lt;strong&gt;范围&lt;/strong&gt;和&lt;strong&gt;掩膜&lt;/strong&gt;（选中的多边形）限定搜索区域。&lt;strong&gt;波段&lt;/strong&gt;是作为红、绿、蓝提供给模型的编号，例如 4,3,2。&lt;strong&gt;拉伸&lt;/strong&gt;是作为黑和白显示的一对百分位数，例如 2,98；8 位影像不需要拉伸。&lt;/p&gt;&lt;p&gt;模型环境只需安装一次：使用 RRSIS 面板（视图 › 面板 › RRSIS）中的“安装”按钮，或在代码检出目录中运行 &lt;code&gt;make setup&lt;/code&gt;。&lt;/p&gt;&lt;p&gt;在命令行中：&lt;br&gt;&lt;code&gt;qgis_process run rrsis:segmentbyphrase -- INPUT=ortho.tif PHRASES="white cars" OUTPUT=cars.gpkg&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <source>Stretch (percentiles)</source>
      <translation type="vanished">拉伸（百分位数）</translation>
    </message>
    <message>
      <source>Chooses the percentiles.</source>
      <translation type="vanished">选择百分位数。</translation>
    </message>
    <message>
      <source>&lt;p&gt;Describe what to find, in English, one phrase a line; each becomes a layer of its own.&lt;/p&gt;&lt;p&gt;Examples:&lt;/p&gt;&lt;ul&gt;&lt;li&gt;white cars&lt;/li&gt;&lt;li&gt;buildings with a tin roof&lt;/li&gt;&lt;li&gt;trees along the road&lt;/li&gt;&lt;li&gt;the largest building on the left&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;The bundled model runs on any laptop, offline. The other models need their weights.&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Threshold&lt;/strong&gt;: lower finds more, higher is surer. Keep the &lt;strong&gt;probability raster&lt;/strong&gt; to change the threshold later without running the model again (“Re-threshold”).&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Extent&lt;/strong&gt; and &lt;strong&gt;mask&lt;/strong&gt; (selected polygons) bound the search. &lt;strong&gt;Bands&lt;/strong&gt; are the numbers shown to the model as red, green and blue, such as 4,3,2. &lt;strong&gt;Stretch&lt;/strong&gt; is the pair of percentiles shown as black and white, such as 2,98, or values of the file, such as =0,1800; 8-bit imagery needs none.&lt;/p&gt;&lt;p&gt;The model’s environment is set up once with the button “Set up” in the RRSIS panel (View › Panels › RRSIS), or with &lt;code&gt;make setup&lt;/code&gt; in a checkout.&lt;/p&gt;&lt;p&gt;On the command line:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:segmentbyphrase -- INPUT=ortho.tif PHRASES="white cars" OUTPUT=cars.gpkg&lt;/code&gt;&lt;/p&gt;</source>
      <translation type="vanished">&lt;p&gt;用英文描述要查找的内容，每行一个短语；每个短语生成一个单独的图层。&lt;/p&gt;&lt;p&gt;示例：&lt;/p&gt;&lt;ul&gt;&lt;li&gt;white cars&lt;/li&gt;&lt;li&gt;buildings with a tin roof&lt;/li&gt;&lt;li&gt;trees along the road&lt;/li&gt;&lt;li&gt;the largest building on the left&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;自带的模型可在任何笔记本电脑上离线运行。其他模型需要各自的权重。&lt;/p&gt;&lt;p&gt;&lt;strong&gt;阈值&lt;/strong&gt;：越低找到的越多，越高越可靠。保留&lt;strong&gt;概率栅格&lt;/strong&gt;，以后无需再次运行模型即可更改阈值（“更改阈值”）。&lt;/p&gt;&lt;p&gt;&lt;strong&gt;范围&lt;/strong&gt;和&lt;strong&gt;掩膜&lt;/strong&gt;（选中的多边形）限定搜索区域。&lt;strong&gt;波段&lt;/strong&gt;是作为红、绿、蓝提供给模型的编号，例如 4,3,2。&lt;strong&gt;拉伸&lt;/strong&gt;是作为黑和白显示的一对百分位数，例如 2,98，或文件的数值，如 =0,1800；8 位影像不需要拉伸。&lt;/p&gt;&lt;p&gt;模型环境只需安装一次：使用 RRSIS 面板（视图 › 面板 › RRSIS）中的“安装”按钮，或在代码检出目录中运行 &lt;code&gt;make setup&lt;/code&gt;。&lt;/p&gt;&lt;p&gt;在命令行中：&lt;br&gt;&lt;code&gt;qgis_process run rrsis:segmentbyphrase -- INPUT=ortho.tif PHRASES="white cars" OUTPUT=cars.gpkg&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <source>What lies there is no untouched result of a search and is not replaced. Choose another file.</source>
      <translation type="vanished">该处的文件不是未经改动的搜索结果，不会被替换。请选择其他文件。</translation>
    </message>
    <message>
      <source>{low:g} m a pixel</source>
      <translation type="vanished">每像素 {low:g} m</translation>
    </message>
    <message>
      <source>{low:g} to {high:g} m a pixel</source>
      <translation type="vanished">每像素 {low:g} 至 {high:g} m</translation>
    </message>
    <message>
      <source>{found} in {seconds:.0f} s</source>
      <translation type="vanished">{found}，用时 {seconds:.0f} 秒</translation>
    </message>
    <message numerus="yes">
      <source>{found} and {count} × %n other phrases</source>
      <translation type="vanished">
        <numerusform>{found}，其余 %n 个短语共 {count} 个</numerusform>
      </translation>
    </message>
    <message>
      <source>The layer "{table}" cannot be changed.</source>
      <translation type="vanished">图层“{table}”无法更改。</translation>
    </message>
    <message>
      <source>The layer "{table}" cannot be changed: {reason}</source>
      <translation type="vanished">图层“{table}”无法更改：{reason}</translation>
    </message>
    <message>
      <source>looks at {low:g} m a pixel</source>
      <translation type="vanished">以每像素 {low:g} m 观察</translation>
    </message>
    <message>
      <source>looks at {low:g} to {high:g} m a pixel</source>
      <translation type="vanished">以每像素 {low:g} 至 {high:g} m 观察</translation>
    </message>
    <message>
      <source>The recipe holds a value that cannot be read.</source>
      <translation type="vanished">配方中有无法读取的值。</translation>
    </message>
    <message>
      <source>&lt;p&gt;Downloads the weights of a model, says their licence first, and checks them against their published SHA-256. A download that breaks off goes on the next time. Weights that are here are left alone, unless &lt;strong&gt;Fetch again&lt;/strong&gt; is set.&lt;/p&gt;&lt;p&gt;Give a &lt;strong&gt;checkpoint file&lt;/strong&gt; (.pth, .pt, .bin or .safetensors) to use weights of your own instead; for models without public weights that is the only way.&lt;/p&gt;&lt;p&gt;Example: &lt;code&gt;qgis_process run rrsis:fetchmodel -- MODEL=1 FILE=lgce.pth&lt;/code&gt;&lt;/p&gt;</source>
      <translation type="vanished">&lt;p&gt;下载模型的权重，事先说明其许可，并与公布的 SHA-256 核对。中断的下载下次会继续。本机已有的权重保持不变，除非设置了&lt;strong&gt;重新获取&lt;/strong&gt;。&lt;/p&gt;&lt;p&gt;给出&lt;strong&gt;检查点文件&lt;/strong&gt;（.pth、.pt、.bin 或 .safetensors）即可改用您自己的权重；对没有公开权重的模型，这是唯一的办法。&lt;/p&gt;&lt;p&gt;示例：&lt;code&gt;qgis_process run rrsis:fetchmodel -- MODEL=1 FILE=lgce.pth&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <source>to fetch on the command line, with its SHA-256, or to add</source>
      <translation type="vanished">需在命令行中凭 SHA-256 获取，或自行添加</translation>
    </message>
    <message>
      <source>The results in "{file}" cannot be read.</source>
      <translation type="vanished">无法读取“{file}”中的结果。</translation>
    </message>
    <message>
      <source>Stopping …</source>
      <translation type="vanished">正在停止 …</translation>
    </message>
    <message numerus="yes">
      <source>%n objects were appended to “{layer}”. Save its edits, or undo them with Ctrl+Z.</source>
      <translation type="vanished">
        <numerusform>已将 %n 个对象追加到“{layer}”。请保存编辑，或按 Ctrl+Z 撤销。</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>SegmentDock</name>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>RRSIS</source>
      <translation>RRSIS</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>How far the set-up is.</source>
      <translation>安装的进度。</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Set up</source>
      <translation>安装</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Downloads PyTorch and other packages into the folder named above. Needs the internet once.</source>
      <translation>将 PyTorch 和其他软件包下载到上面所示的文件夹。只需联网一次。</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Stops the set-up; what was downloaded is used the next time.</source>
      <translation>停止安装；已下载的内容下次继续使用。</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Imagery</source>
      <translation>影像</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>The raster layer to search; it follows the active layer.</source>
      <translation>要搜索的栅格图层；随活动图层变化。</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Find</source>
      <translation>查找</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>one phrase a line, such as
white cars
buildings with a tin roof</source>
      <translation>每行一个英文短语，例如
white cars
buildings with a tin roof</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>What to find, in English, one phrase a line. Each phrase becomes a layer.</source>
      <translation>要查找的内容，用英文书写，每行一个短语。每个短语生成一个图层。</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Examples</source>
      <translation>示例</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Pictures of what phrases mean; one click tries one.</source>
      <translation>短语含义的图片；单击即可试用。</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>History</source>
      <translation>历史</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Phrases that you searched for before.</source>
      <translation>以前搜索过的短语。</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>…</source>
      <translation>…</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>More</source>
      <translation>更多</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Recipes to copy and paste, a report for those who help, settings.</source>
      <translation>可复制和粘贴的配方、供协助者使用的报告、设置。</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Model</source>
      <translation>模型</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>The bundled model runs on any laptop; the others need their weights.</source>
      <translation>自带的模型可在任何笔记本电脑上运行；其他模型需要各自的权重。</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Where</source>
      <translation>位置</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Where to search.</source>
      <translation>在哪里搜索。</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Draw</source>
      <translation>绘制</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Drag a rectangle on the map.</source>
      <translation>在地图上拖出一个矩形。</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Polygons</source>
      <translation>多边形</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>The polygon layer whose features bound the search.</source>
      <translation>以其要素限定搜索范围的多边形图层。</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Threshold</source>
      <translation>阈值</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Lower finds more, higher is surer. It can be changed afterwards.</source>
      <translation>越低找到的越多，越高越可靠。之后仍可更改。</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Probability from which a pixel belongs to an object.</source>
      <translation>像素属于对象所需的最低概率。</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Smallest area, bands, stretch, pixel size and device.</source>
      <translation>最小面积、波段、拉伸、像素大小和设备。</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Smallest area</source>
      <translation>最小面积</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source> m²</source>
      <translation> m²</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Smaller polygons are dropped.</source>
      <translation>更小的多边形会被舍弃。</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Bands</source>
      <translation>波段</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>automatic, or 4,3,2</source>
      <translation>自动，或 4,3,2</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Numbers of the bands shown to the model as red, green and blue.</source>
      <translation>作为红、绿、蓝提供给模型的波段编号。</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Stretch</source>
      <translation>拉伸</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>automatic, or 2,98</source>
      <translation>自动，或 2,98</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Percentiles shown to the model as black and white, such as 2,98; or values of the file after “=”, such as =0,1800.</source>
      <translation>作为黑与白展示给模型的百分位，如 2,98；或在“=”之后写文件的数值，如 =0,1800。</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Pixel size</source>
      <translation>像素大小</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source> m</source>
      <translation> m</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>as the model prefers</source>
      <translation>由模型决定</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Metres a pixel at which the model looks.</source>
      <translation>模型观察时每像素的米数。</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Device</source>
      <translation>设备</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Where the model runs.</source>
      <translation>模型在哪里运行。</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>What is likely to go wrong with this search, and what to do about it.</source>
      <translation>这次搜索可能出现的问题及其解决办法。</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Search in the background; QGIS stays usable.</source>
      <translation>在后台搜索；QGIS 仍可使用。</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Preview</source>
      <translation>预览</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Shows at once what would be found in the middle of the visible map; nothing is kept.</source>
      <translation>立即显示在可见地图中央会找到什么；不保留任何内容。</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>How far the search is.</source>
      <translation>搜索的进度。</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Stops the search and keeps what is finished.</source>
      <translation>停止搜索并保留已完成的部分。</translation>
    </message>
    <message>
      <source>Percentiles shown to the model as black and white.</source>
      <translation type="vanished">作为黑和白提供给模型的百分位数。</translation>
    </message>
  </context>
</TS>
